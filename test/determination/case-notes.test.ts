import assert from 'node:assert/strict';
import { caseNotes } from '../../server/src/determination/reading/case-notes.ts';
import { letterOf } from '../service/letter.ts';

/** The notes on a case with these facts in its head and these titles. */
function notesOn(head: string, ...titles: string[]): string[] {
  return caseNotes(letterOf(`---\ncase-number: CM16-9000001\n${head}\n---\n\n${titles.map((title) => `### ${title}: Upheld\n`).join('\n')}`).determination);
}

describe('the notes on a case', () => {
  const times: Readonly<Record<string, readonly [head: string, notes: readonly string[]]>> = {
    'say nothing of a decision in time': ['date-assigned: 2016-12-01\ndecision-date: 2016-12-31', []],
    'tell by how much a decision is past its time': [
      'date-assigned: 2016-12-01\ndecision-date: 2017-01-05', ['Decided 35 days after the assignment. The time allowed, 30 days, ended on 12/31/2016 (Labor Code 4610.6(d)).'],
    ],
    'count 72 hours for an expedited review': [
      'date-assigned: 2016-12-01\ndecision-date: 2016-12-06\npriority: expedited', ['Decided 5 days after the assignment. The time allowed, 72 hours, ended on 12/04/2016 (Labor Code 4610.6(d)).'],
    ],
    'tell when an open decision is due': ['date-assigned: 2016-12-01', ['The decision is due on 12/31/2016, 30 days after the assignment.']],
    'say nothing without an assignment, or of words in a date’s place': ['decision-date: 2017-06-05', []],
    'say nothing of a decision date that is no date': ['date-assigned: 2016-12-01\ndecision-date: soon', []],
  };
  for (const [name, [head, notes]] of Object.entries(times)) it(name, () => assert.deepEqual(notesOn(head, 'Knee brace'), notes));

  const specialties: Readonly<Record<string, readonly [specialty: string, titles: readonly string[], isFar: boolean]>> = {
    'tell of a podiatrist who decides on a shoulder': ['Podiatry', ['MRI of the right shoulder', 'Sling for the right shoulder'], true],
    'leave a podiatrist a foot beside the shoulder': ['Podiatric Medicine', ['MRI of the right shoulder', 'Orthotics for the left foot'], false],
    'leave anybody drugs and visits': ['Dentistry', ['Naproxen 500 mg', 'Consultation for the low back'], false],
    'leave a field that isn’t narrow': ['Orthopaedic Surgery, Hand Surgery', ['MRI of the lumbar spine'], false],
    'leave a hand surgeon the elbow': ['Hand Surgery', ['Physical therapy for the left elbow'], false],
    'leave what names no part of the body': ['Podiatry', ['Transportation'], false],
  };
  for (const [name, [specialty, titles, isFar]] of Object.entries(specialties)) {
    it(name, () => assert.equal(notesOn(`specialty: ${specialty}`, ...titles).some((note) => note.startsWith('The reviewer’s specialty')), isFar));
  }
});
