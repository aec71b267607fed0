// What the system says of a server's process. Linux only.
import { readFileSync } from 'node:fs';

const msPerTick = 10;

/** ms of all its threads, in user code and in the kernel. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** Memory that it holds at this moment, in KB. */
export function memoryKb(pid: number): number {
  return field(`/proc/${pid}/status`, 'VmRSS');
}

/** Bytes that it has sent to the disk so far. */
export function writtenBytes(pid: number): number {
  return field(`/proc/${pid}/io`, 'write_bytes');
}

function field(file: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'));
  return Number(found?.[1] ?? Number.NaN);
}
