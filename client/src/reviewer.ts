import { ConfigurationTarget, window, workspace } from 'vscode';

/** The name in the settings, under which reasons and remarks are kept; null where there is none. */
export function reviewer(): string | null {
  return workspace.getConfiguration('imr').get<string>('reviewer', '').trim() || null;
}

/** The same; asked for where there is none, and kept in the settings. Null for nobody; undefined where the reviewer changed their mind. */
export async function askReviewer(): Promise<string | null | undefined> {
  const known = reviewer();
  if (known !== null) return known;
  const given = await window.showInputBox({
    title: 'Your Name', prompt: 'It stands with your remarks and in the sign-off report. Kept in the setting imr.reviewer; leave it empty to go without.', ignoreFocusOut: true,
  });
  if (given === undefined) return undefined;
  if (given.trim() === '') return null;
  await workspace.getConfiguration('imr').update('reviewer', given.trim(), ConfigurationTarget.Global);
  return given.trim();
}
