// Times in Chinese: 2025年8月底.
import { type Moment, pad } from "./calendar";
import { type DayPart, type Part, type Shape, dayPartOf, same, seasonOf } from "./shape";

const SEASONS = { spring: "春季", summer: "夏季", autumn: "秋季", winter: "冬季" };
const QUARTERS = ["一", "二", "三", "四"];
const DAY_PARTS: Record<DayPart, string> = {
  small: "凌晨", dawn: "清晨", morning: "上午", noon: "中午", afternoon: "下午", dusk: "傍晚", evening: "晚上", night: "深夜",
};
const OF_MONTH: Record<Part, string> = { early: "初", mid: "中旬", late: "底", firstHalf: "上半月", secondHalf: "下半月" };
const TEN_DAYS: Record<Part, string> = { ...OF_MONTH, early: "上旬", late: "下旬" };
const OF_YEAR: Record<Part, string> = { early: "初", mid: "年中", late: "底", firstHalf: "上半年", secondHalf: "下半年" };
const OF_OTHER: Record<Part, string> = { early: "初", mid: "中期", late: "末", firstHalf: "上半", secondHalf: "下半" };

/** A shape in words. `within` is the year of the group it stands in, which is not said again. */
export function chinese(shape: Shape, within: number | null): string {
  switch (shape.form) {
    case "open":
      return open(shape, within);
    case "range":
      return (shape.approx ? "约" : "") + range(shape, within);
    case "one":
      return one(shape, within);
  }
}

/** The name of a year: 2025年, 公元前221年. */
export function chineseYear(year: number): string {
  return year > 0 ? `${year}年` : `公元前${1 - year}年`;
}

function century(year: number): string {
  return year > 0 ? String(Math.floor(year / 100) + 1) : `公元前${Math.floor(-year / 100) + 1}`;
}

function year(moment: Moment, within: number | null): string {
  return moment.year === within ? "" : chineseYear(moment.year);
}

function month(moment: Moment, within: number | null): string {
  return `${year(moment, within)}${moment.month}月`;
}

function day(moment: Moment, within: number | null): string {
  return `${month(moment, within)}${moment.day}日`;
}

function clock(moment: Moment): string {
  return `${moment.hour}:${pad(moment.minute)}`;
}

function one(shape: Extract<Shape, { form: "one" }>, within: number | null): string {
  const { unit, first, last, part, approx } = shape;
  // 底 says by itself that the day is not known; 前后 after it would say it twice.
  const around = approx && !part ? "前后" : "";
  switch (unit) {
    case "century":
      return `${century(first.year)}世纪${part ? OF_OTHER[part] : ""}${around}`;
    case "decade":
      return `${Math.floor(first.year / 10) * 10}年代${part ? OF_OTHER[part] : ""}${around}`;
    case "year":
      // The year itself is the date here: inside its group it is said nonetheless.
      return chineseYear(first.year) + (part ? OF_YEAR[part] : around);
    case "half":
      return `${year(first, within)}${first.month <= 6 ? "上" : "下"}半年${part ? OF_OTHER[part] : ""}${around}`;
    case "season":
      return `${year(first, within)}${SEASONS[seasonOf(first)]}`;
    case "quarter":
      return `${year(first, within)}第${QUARTERS[Math.floor((first.month - 1) / 3)] ?? ""}季度${part ? OF_OTHER[part] : ""}${around}`;
    case "month":
      return month(first, within) + (part ? (shape.tenDays ? TEN_DAYS : OF_MONTH)[part] : around);
    case "week":
      return same(first, last, "day") ? day(first, within) : range({ unit: "day", first, last }, within);
    case "day":
      return day(first, within) + around;
    case "part":
      return day(first, within) + DAY_PARTS[dayPartOf(first, last)];
    case "hour":
      return `${day(first, within)}${first.hour}时${approx ? "许" : ""}`;
    case "minute":
      return `${day(first, within)} ${clock(first)}${approx ? " 左右" : ""}`;
  }
}

function range(shape: Pick<Extract<Shape, { form: "range" }>, "unit" | "first" | "last">, within: number | null): string {
  const { unit, first, last } = shape;
  if (unit === "year") {
    return first.year > 0 ? `${first.year}—${last.year}年` : `${chineseYear(first.year)}—${chineseYear(last.year)}`;
  }
  // What both ends share is said once. A range that leaves its group's year names both years.
  const from = first.year === last.year ? within : null;
  const to = first.year === last.year ? first.year : null;
  if (unit === "month") return `${month(first, from)}—${month(last, to)}`;
  const until = same(first, last, "month") ? `${last.day}日` : day(last, to);
  if (unit === "day") return `${day(first, from)}—${until}`;
  const end = same(first, last, "day") ? clock(last) : `${until} ${clock(last)}`;
  return `${day(first, from)} ${clock(first)}—${end}`;
}

function open(shape: Extract<Shape, { form: "open" }>, within: number | null): string {
  const { at, unit, side } = shape;
  const name = one({ form: "one", unit, first: at, last: at, part: null, approx: false }, within);
  return name + (side === "after" ? "起" : "以前");
}
