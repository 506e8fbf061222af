/** Where the page of a rule can be read. */
export function ruleUrl(ruleId: string): string {
  return `https://github.com/imr-determination/imr-determination/blob/main/docs/rules/${ruleId}.md`;
}
