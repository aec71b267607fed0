// The bus of one process keeps the contract.
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { busContract } from './bus.contract.ts';

busContract('of one process', async () => {
  const bus = createLocalBus();
  return { buses: [bus, bus], async stop() {} };
});
