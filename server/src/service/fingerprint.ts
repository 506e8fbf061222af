/** The SHA-256 of a text in UTF-8, in hexadecimal: what `sha256sum` prints of the file, as long as the letter stays the same. */
export async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
