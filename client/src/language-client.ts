import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../protocol/initialization.ts';
import { LETTER_LANGUAGES } from './letter-languages.ts';

export const CLIENT_ID = 'imr';
export const CLIENT_NAME = 'IMR Determination';

export const clientOptions: LanguageClientOptions = {
  documentSelector: LETTER_LANGUAGES,
  initializationOptions: { imrStatus: true, imrShowPlaces: true, imrSaveFile: true, imrExplainRule: true, imrNotHere: true, imrTokenTypes: true } satisfies InitializationOptions,
  diagnosticCollectionName: CLIENT_ID,
  outputChannelName: CLIENT_NAME,
  // A fault of the program is no reason to take the reviewer's eyes from the letter.
  revealOutputChannelOn: RevealOutputChannelOn.Never,
};
