import { SnippetString, window, workspace } from 'vscode';

const HOW_IT_WAS_MADE = [
  'A physician reviewer without any affiliation with the employer, the employee, the providers or the claims administrator was sent the',
  'complete case file. The reviewer is licensed to practice in California, has been in active clinical practice for more than five years',
  'and is currently working at least 24 hours a week in active practice.',
].join(' ');

/**
 * A blank letter of one item as a VS Code snippet. What is left in [[…]] is a finding of its own
 * (`placeholder-left`), so nothing of it goes out by mistake.
 */
const BLANK_LETTER = `---
case-number: \${1:[[case number]]}
date-of-injury: \${2:[[YYYY-MM-DD]]}
ur-denial-date: \${3:[[YYYY-MM-DD]]}
application-received: \${4:[[YYYY-MM-DD]]}
date-assigned: \${5:[[YYYY-MM-DD]]}
decision-date: \${6:[[YYYY-MM-DD]]}
priority: \${7|standard,expedited|}
licensed-in: [California]
specialty: \${8:[[specialty]]}
disputed-items:
  - \${9:[[disputed item]]}
---

# Independent Medical Review Final Determination

## How the IMR Final Determination Was Made

${HOW_IT_WAS_MADE}

## Clinical Case Summary

\${10:[[What happened, what was found, what was done, what is asked for]]}

## IMR Issues, Decisions and Rationales

### \${9:[[disputed item]]}: \${11|Upheld,Overturned|}

**Claims Administrator guideline:** \${12:[[guideline]]}

**MAXIMUS guideline:** \${13:[[guideline]]}

**Decision rationale:** \${0:[[rationale]]}
`;

/** Opens an untitled letter with a tab stop at everything that a reviewer fills in. */
export async function newDetermination(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(BLANK_LETTER));
}
