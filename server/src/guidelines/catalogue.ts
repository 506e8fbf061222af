import acoem2004 from './catalogue/acoem-2004.json' with { type: 'json' };
import acoem2017On from './catalogue/acoem-2017-on.json' with { type: 'json' };
import acoemElbow2007 from './catalogue/acoem-elbow-2007.json' with { type: 'json' };
import acupuncture2007 from './catalogue/mtus-acupuncture-2007.json' with { type: 'json' };
import chronicPain2009 from './catalogue/mtus-chronic-pain-2009.json' with { type: 'json' };
import chronicPain2016 from './catalogue/mtus-chronic-pain-2016.json' with { type: 'json' };
import opioids2016 from './catalogue/mtus-opioids-2016.json' with { type: 'json' };
import postsurgical2009 from './catalogue/mtus-postsurgical-2009.json' with { type: 'json' };
import odg from './catalogue/odg.json' with { type: 'json' };
import regulations from './catalogue/regulations.json' with { type: 'json' };
import sources from './catalogue/sources.json' with { type: 'json' };
import version from './catalogue/version.json' with { type: 'json' };
import type { Confidence, Guideline, Source } from './guideline.ts';

/** A version of the MTUS as a whole; ISO dates, both days included. */
export interface MtusVersion {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly what: string;
  readonly source: readonly string[];
  readonly confidence: Confidence;
}

/** An order of the Administrative Director that changed the MTUS. `effective` is null where the day isn't known. */
export interface Order {
  readonly effective: string | null;
  readonly sections: readonly string[];
  readonly guidelines: readonly string[];
  readonly source: readonly string[];
  readonly confidence: Confidence;
  /** The year of its notice, where it was proposed and no order was found. */
  readonly proposed?: number;
  readonly note?: string;
}

/** A section of title 8 CCR and its headings over time. */
export interface RegulationSection {
  readonly section: string;
  readonly titles: readonly {
    readonly title: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly source: readonly string[];
    readonly confidence: Confidence;
  }[];
}

/** All that is known of the guidelines. Every fact names its sources by id. */
export interface Catalogue {
  /** The day of the last change of its facts, `YYYY-MM-DD`. */
  readonly version: string;
  /** The last day for which it is known which editions are in force, `YYYY-MM-DD`: what came later wasn't looked up. */
  readonly knownUntil: string;
  /** The last year of which every edition and every order is known. */
  readonly editionsKnownThrough: number;
  readonly guidelines: readonly Guideline[];
  readonly byId: ReadonlyMap<string, Guideline>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly versions: readonly MtusVersion[];
  readonly orders: readonly Order[];
  readonly regulations: readonly RegulationSection[];
  /** The files of a team's own facts that lie on top, the weightiest last. */
  readonly packs: readonly string[];
}

// The 2007 elbow revision stands before the chapter that it replaced: an elbow chapter without a year is the newer one.
const guidelines = [
  acoemElbow2007, acoem2004, chronicPain2009, chronicPain2016, opioids2016, acupuncture2007, postsurgical2009, acoem2017On, odg,
].flatMap((file) => file.guidelines as unknown as readonly Guideline[]);

/** What the program itself knows, without what a team has added. */
export const ownCatalogue: Catalogue = {
  version: version.version,
  knownUntil: version.knownUntil,
  editionsKnownThrough: version.editionsKnownThrough,
  guidelines,
  byId: new Map(guidelines.map((guideline) => [guideline.id, guideline])),
  sources: new Map((sources.sources as readonly Source[]).map((source) => [source.id, source])),
  versions: regulations.versions as readonly MtusVersion[],
  orders: regulations.orders as readonly Order[],
  regulations: regulations.sections as readonly RegulationSection[],
  packs: [],
};

let inUse = ownCatalogue;

/**
 * The catalogue that counts at the moment. Letters of two folders may have two, so whoever reads, checks or asks of a letter says first which one is
 * its (`useCatalogue`): that holds until somebody says another, which nothing does between two stops of one piece of work.
 */
export function catalogue(): Catalogue {
  return inUse;
}

export function useCatalogue(next: Catalogue): void {
  inUse = next;
}

/** Makes something of the catalogue that counts, once for each. */
export function onceACatalogue<T>(make: () => T): () => T {
  const made = new WeakMap<Catalogue, { readonly value: T }>();
  return () => {
    let known = made.get(inUse);
    if (!known) made.set(inUse, (known = { value: make() }));
    return known.value;
  };
}
