/** The folder of a document, by its URI; works for any scheme ("untitled:Letter-1" lies in "untitled:"). */
export function folderOf(uri: string): string {
  const path = withoutQuery(uri);
  const slash = path.lastIndexOf('/');
  if (slash >= 0) return path.slice(0, slash);
  return path.slice(0, path.indexOf(':') + 1);
}

/** The folder and all those above it, nearest first. */
export function enclosingFolders(folder: string): string[] {
  const folders: string[] = [];
  const top = rootLength(folder);
  for (let at = folder; at.length >= top; at = at.slice(0, at.lastIndexOf('/'))) {
    folders.push(at);
    if (at.lastIndexOf('/') < top) break;
  }
  return folders;
}

/** What all spellings of a file's address have in common, to compare them by: an editor writes `%28` and `c%3A` where Node writes `(` and `C:`. */
export function sameFile(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  return readable(uri).replace(/^file:\/{3}[A-Z]:/, (drive) => drive.toLowerCase());
}

export function joinUri(folder: string, name: string): string {
  return `${folder}/${name}`;
}

/** The last part of a path, as a person reads it. */
export function fileNameOf(uri: string): string {
  return readable(uri).split(/[/:]/).at(-1) ?? '';
}

/** A URI with its blanks and foreign letters as they are; never to be taken for a URI again. */
export function readable(uri: string): string {
  try {
    return decodeURIComponent(withoutQuery(uri));
  } catch {
    return uri;
  }
}

/** Length of `scheme://authority`. */
function rootLength(uri: string): number {
  const authority = uri.indexOf('://');
  if (authority < 0) return uri.indexOf(':') + 1;
  const slash = uri.indexOf('/', authority + 3);
  return slash < 0 ? uri.length : slash;
}

function withoutQuery(uri: string): string {
  const end = uri.search(/[?#]/);
  return end < 0 ? uri : uri.slice(0, end);
}
