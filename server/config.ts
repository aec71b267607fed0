// Reads the environment once. A bad value gives a sentence that names the variable, what it got and what it wants.
import { resolve } from 'node:path';
import { z } from 'zod';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Origin under which people reach this server, without a slash at its end; null: whatever they asked for. */
  readonly publicUrl: string | null;
  readonly tldrawLicenseKey: string | null;
  /** Proxies in front whose X-Forwarded-* are believed. */
  readonly trustProxyHops: number;
  /** Most the database may hold; null: as much as the disk. */
  readonly dataBytesMax: number | null;
  /** Who asks for /metrics must know it; null: nobody may. */
  readonly metricsToken: string | null;
  /** Who makes a board must know it; null: anybody may. */
  readonly createKey: string | null;
  /** Boards that nobody has used for so many days are removed; null: they are kept. */
  readonly keepDays: number | null;
  /** Where backups are made by themselves; null: nowhere. */
  readonly backupDir: string | null;
  readonly backupEveryHours: number;
  /** How many of them are kept. */
  readonly backupsKept: number;
  /** Where the built page lies. */
  readonly clientDir: string;
}

const nodeMajorWanted = 24;
const bytesPerMb = 1024 * 1024;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const publicUrl = z
  .string()
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  })
  .transform((value) => new URL(value).origin);

// 0.0.0.0: a board is for a room full of people, so the laptop that serves it must be reachable from the others.
// Set HOST=127.0.0.1 to keep it to this machine, for instance behind a proxy.
const settings = {
  PORT: { schema: wholeNumber(0, 65_535), fallback: '3000', wants: 'a port from 0 to 65535 (0 takes any free one)' },
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,255}$/),
    fallback: '0.0.0.0',
    wants: 'an address or host name of this machine, such as 127.0.0.1',
  },
  DATA_DIR: {
    schema: z
      .string()
      .min(1)
      .transform((value) => resolve(value)),
    fallback: './data',
    wants: 'a folder',
  },
  PUBLIC_URL: {
    schema: publicUrl.nullable(),
    fallback: null,
    wants: 'an address without a path, such as https://board.example.org',
  },
  TLDRAW_LICENSE_KEY: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{8,4000}$/)
      .nullable(),
    fallback: null,
    wants: 'the key as tldraw sent it, in one piece',
  },
  TRUST_PROXY: {
    schema: wholeNumber(0, 10),
    fallback: '0',
    wants: 'the number of proxies in front of this server, from 0 to 10',
  },
  DATA_MAX_MB: {
    schema: wholeNumber(1, 16_000_000)
      .transform((value) => value * bytesPerMb)
      .nullable(),
    fallback: null,
    wants: 'a whole number of megabytes from 1',
  },
  KEEP_DAYS: {
    schema: wholeNumber(1, 36_500).nullable(),
    fallback: null,
    wants: 'a number of days from 1',
  },
  BACKUP_DIR: {
    schema: z
      .string()
      .transform((value) => resolve(value))
      .nullable(),
    fallback: null,
    wants: 'a folder',
  },
  BACKUP_EVERY_HOURS: { schema: wholeNumber(1, 8_760), fallback: '1', wants: 'a number of hours from 1' },
  BACKUPS_KEPT: { schema: wholeNumber(1, 10_000), fallback: '48', wants: 'a whole number from 1' },
  METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .nullable(),
    fallback: null,
    wants: 'a secret of 16 characters or more, without spaces',
  },
  CREATE_KEY: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{8,200}$/)
      .nullable(),
    fallback: null,
    wants: 'a secret of 8 to 200 characters, without spaces',
  },
} as const;
type Name = keyof typeof settings;
type Values = { [N in Name]: z.infer<(typeof settings)[N]['schema']> };

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>>, nodeVersion: string): ConfigResult {
  const problems: string[] = [];
  if (Number(nodeVersion.split('.')[0]) !== nodeMajorWanted) {
    problems.push(
      `Commonboard runs on Node ${nodeMajorWanted}, but this is Node ${nodeVersion}. Start it with "npm start", which brings the right one.`,
    );
  }
  const read = <N extends Name>(name: N): Values[N] => {
    const { schema, fallback, wants } = settings[name];
    // An empty value is how compose files and shells say "not set".
    const given = env[name]?.trim() || fallback;
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data as Values[N];
    problems.push(`${name} is ${shown(name, given)}, but it must be ${wants}.`);
    return null as Values[N];
  };
  const config: Config = Object.freeze({
    port: read('PORT'),
    host: read('HOST'),
    dataDir: read('DATA_DIR'),
    publicUrl: read('PUBLIC_URL'),
    tldrawLicenseKey: read('TLDRAW_LICENSE_KEY'),
    trustProxyHops: read('TRUST_PROXY'),
    dataBytesMax: read('DATA_MAX_MB'),
    metricsToken: read('METRICS_TOKEN'),
    createKey: read('CREATE_KEY'),
    keepDays: read('KEEP_DAYS'),
    backupDir: read('BACKUP_DIR'),
    backupEveryHours: read('BACKUP_EVERY_HOURS'),
    backupsKept: read('BACKUPS_KEPT'),
    clientDir: resolve(import.meta.dirname, '../client/dist'),
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

const secrets: ReadonlySet<Name> = new Set(['TLDRAW_LICENSE_KEY', 'METRICS_TOKEN', 'CREATE_KEY']);

function shown(name: Name, value: string | null): string {
  return secrets.has(name) ? 'not readable' : JSON.stringify((value ?? '').slice(0, 80));
}
