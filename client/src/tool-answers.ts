import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import { askTool } from './requests.ts';

/** What the server's tools answer, as far as the chat reads it. Lines count from 1. */
export interface ToolAnswers {
  readonly imr_check_letter: LetterCheck;
  readonly imr_list_items: object;
  readonly imr_look_up_guideline: GuidelineLookUp;
  readonly imr_suggest_rationales: RationaleSuggestions;
}

/** Which words of the letter an answer holds: none, those of the titles and decisions, or more, because they were asked for. */
export type LetterText = 'none' | 'titles' | 'included';

export interface LetterCheck {
  readonly letterText: LetterText;
  readonly items: number;
  readonly counts: Readonly<Record<'error' | 'warning' | 'information', number>>;
  readonly findings: readonly {
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly rule: string;
    readonly line: number;
    readonly item?: number;
    readonly fix: string | null;
    readonly message?: string;
  }[];
}

export interface CitationFacts {
  readonly status: 'resolved' | 'unknown' | 'external' | 'none';
  readonly guideline: GuidelineFacts | null;
  readonly sections: readonly (string | null)[];
  readonly pages: readonly string[];
}

export interface GuidelineFacts {
  readonly title: string;
  readonly inForce: { readonly from: string | null; readonly to: string | null; readonly certain: boolean };
  readonly thatDay: 'in-force' | 'not-yet' | 'superseded' | 'uncertain' | null;
  readonly confidence: 'high' | 'medium' | 'low' | 'recalled';
  readonly sources: readonly string[];
}

export interface GuidelineLookUp {
  readonly letterText: LetterText;
  readonly citations: readonly CitationFacts[];
  readonly similar: readonly GuidelineFacts[];
  readonly inForceInstead: readonly GuidelineFacts[];
}

export interface RationaleSuggestions {
  readonly letterText: LetterText;
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly templates: readonly { readonly title: string; readonly why: string; readonly text?: string }[];
  }[];
}

/** Asks a tool about the letter that the reviewer works on. Rejected with a sentence where there is none, or the input is wrong. */
export type AskTool = <Name extends keyof ToolAnswers>(name: Name, input: object) => Promise<ToolAnswers[Name]>;

export function toolsFor(client: BaseLanguageClient, letter: ActiveLetter): AskTool {
  return async <Name extends keyof ToolAnswers>(name: Name, input: object) => {
    const uri = (await letter.refresh())?.uri;
    return await client.sendRequest(askTool, { name, input, ...(uri !== undefined && { uri }) }) as ToolAnswers[Name];
  };
}
