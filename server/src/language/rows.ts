import { once } from '../vocabulary/phrases.ts';
import type { Row, StatementKind } from './statement.ts';
import caseRows from './rows/case.json' with { type: 'json' };
import criterion from './rows/criterion.json' with { type: 'json' };
import history from './rows/history.json' with { type: 'json' };
import lack from './rows/lack.json' with { type: 'json' };
import dependence from './rows/dependence.json' with { type: 'json' };
import compound from './rows/compound.json' with { type: 'json' };
import drugClass from './rows/drug-class.json' with { type: 'json' };
import decidedRequest from './rows/decided-request.json' with { type: 'json' };
import guideline from './rows/guideline.json' with { type: 'json' };
import law from './rows/law.json' with { type: 'json' };
import leaning from './rows/leaning.json' with { type: 'json' };
import figures from './rows/figures.json' with { type: 'json' };
import patient from './rows/patient.json' with { type: 'json' };
import letter from './rows/letter.json' with { type: 'json' };
import person from './rows/person.json' with { type: 'json' };
import placeRows from './rows/place.json' with { type: 'json' };
import scope from './rows/scope.json' with { type: 'json' };
import dateRows from './rows/dates.json' with { type: 'json' };
import sums from './rows/sums.json' with { type: 'json' };
import taper from './rows/taper.json' with { type: 'json' };
import verdict from './rows/verdict.json' with { type: 'json' };
import weighedAmounts from './rows/weighed-amounts.json' with { type: 'json' };

interface RowFile {
  readonly kind: string;
  readonly rows: readonly Omit<Row, 'kind'>[];
}

/** Every table of rows, a file for each topic. */
const files: readonly RowFile[] = [caseRows, history, lack, dependence, verdict, taper, decidedRequest, drugClass, compound, scope, patient, guideline, leaning, law, criterion, placeRows, figures, weighedAmounts, sums, dateRows, person, letter];

/** All rows, in the order of their files. */
export const allRows = once((): readonly Row[] => files.flatMap(({ kind, rows }) => rows.map((row) => ({ ...row, kind: kind as StatementKind }))));
