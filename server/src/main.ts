// The program of the server, for Node and for web workers: so it is shipped once, and what only one of the two has is run only there.
void (typeof process === 'undefined' ? import('./browser/main.ts') : import('./node/main.ts'));
