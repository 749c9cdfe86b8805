// The reader's own rules as they are stored: a text, one rule a line. What was typed stays as it was typed.
import { loadSettings, saveSettings } from "./settings";

/** Puts a rule behind the others; says whether it was not there yet. */
export async function addRule(rule: string): Promise<boolean> {
  const { rules } = await loadSettings();
  const more = withRule(rules, rule);
  await saveSettings({ rules: more });
  return more !== rules;
}

/** Takes a rule out. */
export async function dropRule(rule: string): Promise<void> {
  const { rules } = await loadSettings();
  await saveSettings({ rules: withoutRule(rules, rule) });
}

export function withRule(rules: string, rule: string): string {
  if (linesOf(rules).some((line) => line.trim() === rule)) {
    return rules;
  }
  return rules === "" || rules.endsWith("\n") ? `${rules}${rule}\n` : `${rules}\n${rule}\n`;
}

export function withoutRule(rules: string, rule: string): string {
  return linesOf(rules)
    .filter((line) => line.trim() !== rule)
    .join("");
}

/** The lines with their ends, as whatever system ends them. */
function linesOf(rules: string): string[] {
  return rules.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
