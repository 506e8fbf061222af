import { Position } from 'vscode-languageserver';
import type { FalseAlarm } from '../../../protocol/findings.ts';
import { falseAlarmReport, wordsToTick } from '../service/false-alarm.ts';
import { rangeOf } from '../service/cursor.ts';
import { findingOf } from './not-here.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';

/** What was found in the line of the cursor, those at the cursor first, each with the words that a report could quote. */
export function falseAlarms(session: Session, params: Asked<'imr/falseAlarms'>): Promise<FalseAlarm[] | null> {
  const position = Position.is(params?.position) ? params.position : { line: 0, character: 0 };
  return inLetter(session, params?.uri, (letter) => {
    const placed = letter.findings.map((finding) => ({ finding, range: rangeOf(letter.lines, finding.span) }));
    const inLine = placed.filter(({ range: { start, end } }) => start.line <= position.line && position.line <= end.line);
    const isHere = ({ range: { start, end } }: (typeof placed)[number]): boolean => !isBefore(position, start) && !isBefore(end, position);
    return [...inLine.filter(isHere), ...inLine.filter((each) => !isHere(each))].map(({ finding }) => ({
      finding: { rule: finding.ruleId, messageId: finding.messageId, data: finding.data }, message: finding.message, words: wordsToTick(letter, finding),
    }));
  });
}

/** The report on one of them, with the words that were ticked and no others. */
export function falseAlarmText(session: Session, params: Asked<'imr/falseAlarmReport'>): Promise<{ readonly text: string } | null> {
  const ticked = Array.isArray(params?.words) ? params.words.filter((words) => typeof words === 'string') : [];
  return inLetter(session, params?.uri, (letter) => {
    const finding = findingOf(letter, params?.finding);
    return finding ? { text: falseAlarmReport(letter, finding, new Set(ticked)) } : null;
  });
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
