import assert from 'node:assert/strict';
import { findSpinalLevels } from '../../server/src/vocabulary/spinal-levels.ts';

/** Text, then what is found: the words, the levels, the segments, the regions. */
const cases: Record<string, readonly [string, ...(readonly [string, string, string, string])[]]> = {
  'reads a segment with its second letter or without': ['L4-5 and then L4-L5', ['L4-5', 'L4 L5', 'L4-L5', 'low-back'], ['L4-L5', 'L4 L5', 'L4-L5', 'low-back']],
  'reads a slash as a segment': ['at L5/S1', ['L5/S1', 'L5 S1', 'L5-S1', 'low-back']],
  'fills a range': ['C4 through C7 fusion', ['C4 through C7', 'C4 C5 C6 C7', 'C4-C5 C5-C6 C6-C7', 'neck']],
  'reads a list as levels without segments': ['L3, L4 and L5 medial branch', ['L3, L4 and L5', 'L3 L4 L5', '', 'low-back']],
  'reads a list of segments': ['C5-6 and C6-7', ['C5-6 and C6-7', 'C5 C6 C7', 'C5-C6 C6-C7', 'neck']],
  'crosses from the neck to the chest': ['C7-T1', ['C7-T1', 'C7 T1', 'C7-T1', 'neck upper-back']],
  'counts the sacrum with the low back': ['S1 nerve root', ['S1', 'S1', '', 'low-back']],
  'takes small letters': ['right l5 root', ['l5', 'L5', '', 'low-back']],
  'leaves what is no level': ['C9, T13, L6, L45, AL4, T2-weighted images, T1 signal, T4 thyroid, vitamin B12, 5-6'],
  'reads a range that goes up as its ends only': ['L5-L4', ['L5-L4', 'L4 L5', '', 'low-back']],
};

describe('findSpinalLevels', () => {
  for (const [name, [text, ...expected]] of Object.entries(cases)) {
    it(name, () => {
      const found = findSpinalLevels(text).map((level) => [level.text, level.value.levels.join(' '), level.value.segments.join(' '), level.value.regions.join(' ')]);
      assert.deepEqual(found, expected);
    });
  }
});
