// The `commonboard` command as a process of its own, as an operator runs it.
import { execFile } from 'node:child_process';
import { pinnedNode, repositoryRoot } from './repository.ts';

export interface Said {
  code: number;
  out: string;
  error: string;
}

export function commonboard(dataDir: string, ...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const options = { cwd: repositoryRoot, env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir }, timeout: 120_000 };
    execFile(pinnedNode, ['server/ops/command.ts', ...args], options, (failed, out, error) => {
      const code = failed ? (typeof failed.code === 'number' ? failed.code : 1) : 0;
      resolve({ code, out, error });
    });
  });
}
