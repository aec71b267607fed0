// A running server under strace: what it asks of the disk is written down, or made to fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

export interface Trace {
  /** The calls so far, in the order in which they ended. */
  lines(): string[];
  stop(): Promise<void>;
}

/** Resolves when all threads of the process are watched. */
export async function strace(pid: number, ...options: string[]): Promise<Trace> {
  const folder = mkdtempSync(join(tmpdir(), 'commonboard-strace-'));
  const file = join(folder, 'calls');
  const child = spawn('strace', ['-f', '-p', String(pid), '-o', file, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close');
  await vi.waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`strace ended: ${said}`);
      if (!said.includes('attached')) throw new Error('strace has not attached yet');
    },
    { timeout: 10_000 },
  );
  return {
    lines: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter((line) => !line.includes('<unfinished'))
        : [],
    async stop() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
