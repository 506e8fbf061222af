import path from 'node:path';
import { findRemarks, type RemarksFile } from '../settings/remarks.ts';
import { Failure } from './console.ts';
import { foldersFrom, readIfThere } from './settings.ts';

/** The remarks of the nearest file above a letter. @throws Failure where a line can't be read: an open remark may stand in it */
export async function remarksBeside(file: string, cwd: string): Promise<RemarksFile> {
  const found = await findRemarks(foldersFrom(path.dirname(path.resolve(cwd, file))), readIfThere);
  if (found.problems.length > 0) throw new Failure(...found.problems);
  return found;
}
