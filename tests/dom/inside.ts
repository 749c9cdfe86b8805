// Walker, marks and the rules of the picker in a real page, without the extension around them: `globalThis.qingdu` of the test's page.
export { canAdopt, dressDocument, dressRoot } from "../../extension/content/dress";
export { selectorsOf } from "../../extension/content/picker/selector";
export { Marks } from "../../extension/content/marks";
export { walk, LIMITS } from "../../extension/content/walker";
export { marksCss, newToken } from "../../extension/shared/style";
