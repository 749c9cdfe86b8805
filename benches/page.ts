// Pages of the sizes that news pages have: the sample article, longer, with the lists and comments around it.
import { fixture } from "../tests/harness/articles";

const LINES = [
  "发射场的清晨有雾，记者在观测台上等了两个小时，直到太阳把海面照亮。",
  "技术团队重新计算了再入段的气动参数，并与风洞数据逐项核对，误差比预想的小。",
  "一位不愿具名的工程师回忆，会议室的灯一直亮到凌晨，桌上摆满了打印出来的曲线。",
  "供应商最初给出的交付时间是今年 6 月，后来提前到了 4 月中旬。",
  "公司在内部文件里第一次写下「半年内复用」这个目标时，很多人并不相信它能做到。",
  "业内人士认为，真正的难点不在于着陆，而在于着陆之后还能不能再飞。",
  "回收平台由一艘旧货轮改装而成，甲板上焊了一层耐烧蚀的钢板，四角装有喷水装置。",
  "海上的风比陆地更难预测，团队为此在船上放了十二个探空气球，隔一阵放一个。",
  "当年参与论证的老专家说，他最担心的是栅格舵，因为它要在最热的时候转得最准。",
  "对投资人来说，这次着陆意味着账本可以重新算一遍，折旧终于有了分母。",
  "也有人提醒，一次成功说明不了可靠性，航天史上从来不缺少漂亮的第一次。",
];

/** How much stands on a page beside the sample article. */
export interface Size {
  paragraphs: number;
  links: number;
  comments: number;
}

/** What news pages have: about 3,200 nodes, the page on which the costs of both browsers were weighed. */
export const USUAL: Size = { paragraphs: 42, links: 260, comments: 100 };

/** A short report with little around it: about 800 nodes. */
export const SHORT: Size = { paragraphs: 6, links: 60, comments: 10 };

/** About 5,000 nodes. */
export const LARGE: Size = { paragraphs: 68, links: 400, comments: 160 };

/** A page of a size. */
export function pageOf(size: Size): string {
  const paragraphs = Array.from({ length: size.paragraphs }, (_, at) => {
    const text = [0, 1].map((by) => LINES[(at * 2 + by) % LINES.length] ?? "").join("");
    return `<p>${text}（之${at + 1}）</p>`;
  });
  const links = Array.from({ length: size.links }, (_, at) => {
    const id = `69b8aa00000000000000${String(at).padStart(4, "0")}`;
    return `<li><a href="//www.myzaker.com/article/${id}">${(LINES[at % LINES.length] ?? "").slice(0, 18)}</a><div class="channel_subtitle"><span>来源${at}</span><span>${at % 23}小时前</span></div></li>`;
  });
  const comments = Array.from(
    { length: size.comments },
    (_, at) =>
      `<div class="comment_list_item"><div class="comment_item_title">读者${at}</div><p>${(LINES[at % LINES.length] ?? "").slice(0, 24)}</p></div>`,
  );
  return fixture("zaker-desktop")
    .replace("<p>参考链接：</p>", `${paragraphs.join("\n")}\n<p>参考链接：</p>`)
    .replace("</ul></div>", `${links.join("\n")}</ul></div>`)
    .replace('<div class="footer">', `<div class="comment_list_wrapper">${comments.join("\n")}</div>\n<div class="footer">`);
}
