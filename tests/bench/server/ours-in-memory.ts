// Our server without a disk, for the comparison of storage on with storage off.
import { createLog } from '@commonboard/server/ops/log.ts';
import { readConfig } from '@commonboard/server/config.ts';
import { serve } from '@commonboard/server/serve.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';

const read = readConfig({ ...process.env, TRUST_PROXY: '1' }, process.versions.node);
if (!read.ok) throw new Error(read.problems.join('\n'));
const { port } = await serve({ config: read.config, store: new MemoryBoardStore(), log: createLog() });
console.log(`listening on ${port}`);
