// Which names of a page are likely to be there tomorrow: words that a person wrote, not what a build tool counted or
// hashed, and not what a script switches on and off.

/** How a part stands at the moment, not what it is. */
const STATES = new Set([
  ...["active", "current", "selected", "checked", "hover", "focus", "open", "opened", "close", "closed", "on", "off"],
  ...["show", "shown", "hide", "hidden", "visible", "invisible", "loaded", "loading", "lazy", "lazyload", "lazyloaded"],
  ...["first", "last", "odd", "even", "clearfix", "animated", "in", "out", "fixed", "sticky", "expanded", "collapsed"],
]);

const LONGEST = 40;

/** Words in lower case, in capitals, or one behind the other with a capital each; one figure may follow. */
const WORD = /^(?:\p{Script=Han}+|[a-z]|(?:[A-Z]?[a-z]{2,}|[A-Z]{2,6}(?![a-z]))+)\d?$/u;

/** Five letters and more without a vowel are no word. */
const MUTE = /[b-df-hj-np-tv-xz]{5,}/i;

/** Whether a class, or a value that is used like one, names what something is. */
export function isStable(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST || !/^[a-z_\p{Script=Han}]/iu.test(name)) {
    return false;
  }
  const words = name.split(/[-_]+/).filter((word) => word !== "");
  const isState = words.at(-1) !== undefined && (STATES.has(words.at(-1) ?? "") || words[0] === "is" || words[0] === "has");
  return words.length > 0 && !isState && words.every((word) => WORD.test(word) && !MUTE.test(word));
}

/** Whether an id is one: most ids with a figure are counted. */
export function isStableId(id: string): boolean {
  return isStable(id) && !/\d/.test(id);
}
