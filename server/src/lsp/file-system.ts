/** A file found in a workspace folder. `stamp` changes when the file does. */
export interface FoundFile {
  readonly uri: string;
  readonly stamp: string;
}

/** What the server may see of files that are not open. Handed in, so that a web worker can do without. */
export interface FileSystem {
  /** The text of a file; null where there is none that can be read. Never rejects. */
  readText(uri: string): Promise<string | null>;
  /** The text of a file in UTF-16, which nothing here works on; null for any other. Never rejects. */
  readUtf16(uri: string): Promise<string | null>;
  /** Addresses of the `.json` files of a folder, not of those below it; none where it can't be read. Never rejects. */
  jsonFiles(folder: string): Promise<readonly string[]>;
  /** Markdown and text files under a folder, hidden folders and node_modules left out. */
  letters(folder: string): AsyncIterable<FoundFile>;
}

/** Sees nothing: for places that have no files. */
export const noFiles: FileSystem = {
  readText: () => Promise.resolve(null),
  readUtf16: () => Promise.resolve(null),
  jsonFiles: () => Promise.resolve([]),
  async *letters() {},
};
