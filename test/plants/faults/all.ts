import type { Plant } from '../plant.ts';
import { decisionPlants } from './decision-and-rationale.ts';
import { dependentItemPlants } from './dependent-items.ts';
import { factPlants } from './facts.ts';
import { guidelineCitationPlants } from './guideline-citations.ts';
import { lawPlants } from './law-scope-privacy.ts';
import { structurePlants } from './structure.ts';
import { suppressionPlants } from './suppressions.ts';

export const plants: readonly Plant[] = [
  ...structurePlants, ...guidelineCitationPlants, ...dependentItemPlants, ...decisionPlants, ...factPlants, ...lawPlants, ...suppressionPlants,
];
