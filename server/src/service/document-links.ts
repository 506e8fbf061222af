import type { DocumentLink } from 'vscode-languageserver-types';
import { catalogue } from '../guidelines/catalogue.ts';
import type { Guideline, Source } from '../guidelines/guideline.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { citationsOf } from './mentions.ts';

/** From each guideline that is named to a public page on it: the one from which the catalogue knows it. */
export function documentLinks(letter: Letter): DocumentLink[] {
  return letter.determination.items.flatMap(citationsOf).flatMap(({ citation: { guideline }, span }) => {
    const source = guideline && publicSource(guideline);
    return guideline && source?.url ? [{ range: rangeOf(letter.lines, span), target: source.url, tooltip: `Open a public source on ${nameOf(guideline)}` }] : [];
  });
}

function nameOf({ title, year, family }: Guideline): string {
  if (family === 'odg') return title;
  return year === null ? title : `${title} ${year}`;
}

/** Best first: the Division of Workers' Compensation, the National Guideline Clearinghouse, then whatever else is no program's source. */
const PUBLISHERS = [/^https?:\/\/(?:www\.)?dir\.ca\.gov\//, /guideline\.gov\//, /^https?:\/\/(?!github\.com\/)/];

function publicSource({ source }: Guideline): Source | null {
  const sources = source.flatMap((id) => catalogue().sources.get(id) ?? []);
  for (const publisher of PUBLISHERS) {
    const found = sources.find(({ url }) => url !== null && publisher.test(url));
    if (found) return found;
  }
  return null;
}
