import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';
import { once } from './phrases.ts';
import { findBodyParts } from './regions.ts';
import { readWords, type Words } from './words.ts';

export type Side = 'left' | 'right' | 'bilateral';

/** Words that mean a side wherever they stand. */
const plain: Readonly<Record<string, Side>> = {
  bilateral: 'bilateral', bilaterally: 'bilateral', bilat: 'bilateral', leftward: 'left', rightward: 'right',
};

/** Words that mean a side before, or in brackets behind, a part of the body: "L knee", "rt. shoulder", "knee (R)". */
const abbreviated: Readonly<Record<string, Side>> = {
  L: 'left', R: 'right', Lt: 'left', Rt: 'right', LT: 'left', RT: 'right', lt: 'left', rt: 'right',
  BL: 'bilateral', bil: 'bilateral', Bil: 'bilateral',
};

/** Limbs whose abbreviation holds the side. */
const limbs: Readonly<Record<string, Side>> = {
  LUE: 'left', LLE: 'left', RUE: 'right', RLE: 'right', BUE: 'bilateral', BLE: 'bilateral',
};

/** Behind "left", these make it the past of "leave": "left the job", "left over", "left untreated". */
const afterLeaving = new Set(
  ('the a an his her their my our your him it this that work job school employment town over out off behind open blank ' +
    'with without in at to for on by because due after when before untreated undone unanswered intact alone aside').split(' '),
);

/** Behind "right", these make it an adverb, but for "on the right at L5". */
const afterRightly = new Set('to away now after before then when where here there about of at off out on from'.split(' '));

/** What is right or wrong, and has no sides: "the right decision". */
const rightThings = new Set(
  ('thing decision choice answer way mean means measure step person approach direction track order dose course time moment place tool number ' +
    'conclusion question path word balance indication treatment drug test amount angle').split(' '),
);

/** Before a closing "left" or "right": "what is left", "all right", "has left". */
const beforeState = new Set(
  'is was are were be been has have had all he she they patient worker who employee claimant'.split(' '),
);

/** Before "left" and a word that would make it a verb, these keep it a side: "on the left with numbness". */
const beforeSide = new Set(['the', 'and', 'or', 'than', 'on', 'to']);

/**
 * The sides that a text speaks of. "Left", "right", "bilateral", "both" with a part of the body or with "sides", "either side", and their abbreviations; not the verb
 * "left", not "right away" or "the right to", not the hand that somebody writes with ("right hand dominant", "left-handed").
 */
export const findSides = rememberShort((text): readonly Mention<Side>[] => {
  const words = readWords(text);
  const parts = once(() => new Set(findBodyParts(text).map((part) => part.start)));
  const found: Mention<Side>[] = [];
  words.keys.forEach((key, at) => {
    const side = sideAt(words, at, key, parts);
    if (side) found.push(mention(side, text, words.starts[at] ?? 0, endOfSide(words, at, side)));
  });
  return found;
});

type Parts = () => ReadonlySet<number>;

function sideAt(words: Words, at: number, key: string, parts: Parts): Side | null {
  if (key === 'left') return isLeft(words, at) ? 'left' : null;
  if (key === 'right') return isRight(words, at) ? 'right' : null;
  if (Object.hasOwn(plain, key)) return plain[key] ?? null;
  if (key === 'both') return words.keys[at + 1] === 'side' || isBeforePart(words, at, parts, 3) ? 'bilateral' : null;
  if (key === 'either' || key === 'each') return words.keys[at + 1] === 'side' ? 'bilateral' : null;
  if (key === 'b') return isBSlashL(words, at) ? 'bilateral' : null;
  if (key.length > 3) return null;
  const written = words.text.slice(words.starts[at], words.ends[at]);
  if (Object.hasOwn(limbs, written)) return limbs[written] ?? null;
  if (!Object.hasOwn(abbreviated, written) || isBSlashL(words, at - 1)) return null;
  return isBracketed(words, at) || isBehindOn(words, at) || isBeforeShort(words, at) || isBeforePart(words, at, parts, 1) ? (abbreviated[written] ?? null) : null;
}

function isLeft(words: Words, at: number): boolean {
  const [before, next] = neighbours(words, at);
  if (isHandedness(words, at)) return false;
  if (next === null) return !beforeState.has(before ?? '') || before === 'all';
  if (at === 0 && next === 'open') return true; // a title: "Left open carpal tunnel release"
  return !afterLeaving.has(next) || beforeSide.has(before ?? '');
}

function isRight(words: Words, at: number): boolean {
  const [before, next] = neighbours(words, at);
  if (isHandedness(words, at)) return false;
  if (next === null) return !beforeState.has(before ?? '');
  if (next === 'to' && words.keys[at + 2] === 'left') return true;
  return !rightThings.has(next) && (!afterRightly.has(next) || (next !== 'to' && before === 'the'));
}

/** The words before and behind, null where a comma, a full stop or the like stands between. */
function neighbours(words: Words, at: number): [string | null, string | null] {
  const before = words.joined[at] ? (words.keys[at - 1] ?? null) : null;
  const next = words.joined[at + 1] ? (words.keys[at + 1] ?? null) : null;
  return [before, next];
}

/** "Left-handed", "right hand dominant": says which hand somebody writes with, not which one hurts. */
function isHandedness(words: Words, at: number): boolean {
  if (!words.joined[at + 1]) return false;
  const next = words.keys[at + 1];
  return next === 'handed' || next === 'handedness' || (next === 'hand' && words.keys[at + 2]?.startsWith('dominan') === true);
}

/** Whether a part of the body begins at one of the next `reach` words, with nothing but blanks, a full stop or a bracket between. */
function isBeforePart(words: Words, at: number, parts: Parts, reach: number): boolean {
  for (let step = 1; step <= reach; step += 1) {
    const start = words.starts[at + step];
    if (start === undefined || !/^[.)]?[ \n-]*$/.test(words.text.slice(words.ends[at + step - 1], start))) return false;
    if (parts().has(start) && words.keys[at + step] !== 'spine') return true;
  }
  return false;
}

/** "On the L", "on R". */
function isBehindOn(words: Words, at: number): boolean {
  const before = words.keys[at - 1];
  return words.joined[at] === true && words.ends[at] === (words.starts[at] ?? 0) + 1 && (before === 'on' || (before === 'the' && words.keys[at - 2] === 'on'));
}

/** What has a side without being a part of the body: what is written short of a limb, tests, nerves. */
const beforeWhich = new Set(
  ('ehl slr ta esi tfesi ctr cts ue le hnp fhl snrb mbb rcr tka tkr tha edx emg ncs ncv xr mri phalen tinel spurling mcmurray lachman finkelstein hawkins neer faber fadir kemp patrick durkan froment ' +
    'median ulnar radial peroneal sural tibial saphenous sciatic grip pinch thenar hypothenar cmc mcp pip dip tfcc rtc rotator ac si df pf quad hamstring gastroc gastrocnemius deltoid trapezius paraspinal ' +
    'patellar achilles meniscus meniscal labral supraspinatus facet foraminal radiculopathy radicular straight').split(' '),
);

/** "R EHL 4/5", "L SLR +", "R L5", "R Phalen". */
function isBeforeShort(words: Words, at: number): boolean {
  if (!words.joined[at + 1] || !/^ $/.test(words.text.slice(words.ends[at], words.starts[at + 1]))) return false;
  const next = words.keys[at + 1] ?? '';
  return beforeWhich.has(next) || /^[cls]\d$/.test(next);
}

/** "(L)" and "(R)". */
function isBracketed(words: Words, at: number): boolean {
  return words.text[(words.starts[at] ?? 0) - 1] === '(' && words.text[words.ends[at] ?? 0] === ')';
}

function isBSlashL(words: Words, at: number): boolean {
  const start = words.starts[at];
  return start !== undefined && /^b\/l(?![a-z])/i.test(words.text.slice(start, start + 4));
}

function endOfSide(words: Words, at: number, side: Side): number {
  const end = words.ends[at] ?? 0;
  return side === 'bilateral' && words.keys[at] === 'b' ? end + 2 : end;
}
