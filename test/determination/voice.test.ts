import assert from 'node:assert/strict';
import { voiceOf, type Voice } from '../../server/src/determination/words/voice.ts';
import { readSentence } from '../../server/src/language/sentence.ts';

/** `apart`: anything but general talk, which is all that a rule needs to stay silent. */
const sentences: Readonly<Record<'general' | 'lack' | 'apart', readonly string[]>> = {
  general: [
    'Adverse effects are rare at small doses.',
    'Care is usually short.',
    'An individual plan is best.',
    'The history should be taken before anything else.',
    'Patients should be warned of drowsiness.',
    'His or her surgeon should decide.',
    'ACOEM recommends imaging for leg pain that has not settled.',
    'ODG asks for an unsafe gait.',
    'Relaxants are meant for a few days.',
    'Falls are to be avoided.',
    'A crutch helps where walking is unsafe.',
    'In most adults the benefit outweighs the risk.',
    'Long use carries a risk of dependence.',
    'Braces have not been shown to prevent injury.',
    'The guideline calls for documentation of function.',
    'A second study is called for only by a change of signs.',
    'They are not recommended for screening of persons without symptoms.',
    'Trials in the literature have found it no better than placebo.',
    'Surgery is considered when conservative care has failed.',
    'Where the patient has failed therapy, an injection is an option.',
    'Most sprains heal by themselves.',
    'Passive modalities are less effective than exercise.',
    'A patient with red flags should be referred.',
    'If the patient does not improve, imaging is considered.',
    'The clinician should look for signs of abuse.',
  ],
  lack: ['There were no red flags.', 'The request exceeds the recommended number.', 'No rationale for the device is given.', 'There is no evidence of instability.'],
  apart: [
    'IW has finished eight weeks of exercise.', 'Pt. is weak in the right hand.', 'Mr. B. limps.', 'The member stacks shelves.', 'Claimant’s pain is constant.', 'This 51-year-old has a stiff thumb.',
    'Pulse was 92 at both visits.', 'BMI is 39.', 'Motion is down to 20 degrees.', 'Scores fell from 8/10 to 5/10.', 'Pockets of up to 7 mm are recorded.',
    'Ten visits have been attended.', 'Pregabalin was tried for a month.', 'The sling was worn without lasting relief.', 'Both blocks gave no relief.', 'Opioids have been used for six years.',
    'A CT was done in May 2020.', 'A discectomy was done three years ago.', 'The last screen lies ten months back.', 'Surgery is being planned for next month.', 'A new bridge is about to be seated.',
    'Films show moderate narrowing.', 'Radiculopathy is confirmed by EMG.', 'The headache comes from the jaw.', 'The left ankle is stable.', 'Gait is steady.', 'Sleep is poor.', 'Hardware is in place.',
    'Stairs are hard.', 'The provider has documented a gain of 40%.', 'No documentation of failed care is provided as the guideline requires.', 'ODG asks for six weeks of care, and only two visits were attended.',
    'The request is for a cane.',
  ],
};

describe('whom a sentence speaks of', () => {
  for (const voice of ['general', 'lack'] as const) {
    for (const text of sentences[voice]) it(`${voice}: “${text}”`, () => assert.equal(voiceOf(readSentence(text)), voice));
  }
  for (const text of sentences.apart) {
    it(`no general talk: “${text}”`, () => {
      const silent: readonly Voice[] = ['general', 'lack'];
      assert.ok(!silent.includes(voiceOf(readSentence(text))), voiceOf(readSentence(text)));
    });
  }
});
