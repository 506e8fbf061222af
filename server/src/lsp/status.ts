import type { Connection } from 'vscode-languageserver';
import type { Notifications } from '../../../protocol/methods.ts';
import type { LetterStatus } from '../../../protocol/status.ts';
import type { CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { Severity } from '../rules/engine/rule.ts';
import type { Letter } from '../service/letter.ts';
import type { Client } from './client.ts';

const STATUS = 'imr/status' satisfies keyof Notifications;

/** Tells clients that asked for it how a letter stands, and only when that has changed. */
export function createStatus(connection: Connection, client: Client): (letter: Letter, shown: CheckedLetter) => void {
  if (!client.wantsStatus) return () => {};
  const sent = new Map<string, string>();
  return (letter, shown) => {
    const status = statusOf(letter, shown);
    const content = JSON.stringify(status);
    if (sent.get(letter.uri) === content) return;
    sent.set(letter.uri, content);
    void connection.sendNotification(STATUS, status);
  };
}

function statusOf({ uri, kind, determination, checked }: Letter, shown: CheckedLetter): LetterStatus {
  const counts = countsOf(shown);
  const waiting = shown === checked ? 0 : total(countsOf(checked)) - total(counts);
  return {
    uri,
    items: kind === 'letter' ? determination.items.length : 0,
    errors: counts.error,
    warnings: counts.warning,
    informations: counts.information,
    ...(waiting > 0 && { toFillIn: waiting }),
    inPart: checked.ofLetter.some(({ ruleId }) => ruleId === 'set-aside'),
  };
}

type Counts = Record<Severity, number>;

function countsOf({ ofItems, ofLetter }: CheckedLetter): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of ofLetter) counts[severity]++;
  for (const { findings } of ofItems) for (const { severity } of findings) counts[severity]++;
  return counts;
}

function total({ error, warning, information, hint }: Counts): number {
  return error + warning + information + hint;
}
