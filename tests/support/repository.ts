// Where things are: the repository's root and the Node that everything runs on.
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The pinned Node.js, whatever Node started this process. */
export const pinnedNode = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
