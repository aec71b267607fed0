// /metrics: figures about this server as Prometheus text, for whoever knows METRICS_TOKEN. Counts only: no board's name, id or
// content, no person.
import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { StoreHealth } from '../storage/health.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { DivergenceCount } from './divergence-count.ts';

export interface MetricsParts {
  config: Config;
  rooms: Rooms;
  divergences: DivergenceCount;
  health: StoreHealth;
}

interface Metric {
  name: string;
  kind: 'gauge' | 'counter';
  help: string;
  /** Value by its labels, written as Prometheus wants them; '' for none. */
  values: Record<string, number>;
}

export function mountMetrics(app: Hono, { config, rooms, divergences, health }: MetricsParts): void {
  const { metricsToken } = config;
  if (metricsToken === null) {
    app.get('/metrics', (c) => c.notFound());
    return;
  }
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.get('/metrics', async (c) => {
    if (!sameSecret(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
      return c.text('Say the token: Authorization: Bearer <METRICS_TOKEN>\n', 401, { 'www-authenticate': 'Bearer' });
    }
    const now: Measured = { isStoring: await health.isWriting(), delaySeconds: delay.percentile(99) / 1e9 };
    delay.reset();
    const text = metricsOf(rooms, divergences, now).map(written).join('');
    return c.text(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
}

interface Measured {
  isStoring: boolean;
  /** Of the event loop, since it was asked last. */
  delaySeconds: number;
}

function metricsOf(rooms: Rooms, { counts }: DivergenceCount, { isStoring, delaySeconds }: Measured): Metric[] {
  const open = [...rooms.all()];
  const sum = (of: (room: (typeof open)[number]) => number): number =>
    open.reduce((total, room) => total + of(room), 0);
  return [
    { name: 'boards_open', kind: 'gauge', help: 'Boards in memory.', values: { '': open.length } },
    {
      name: 'connections',
      kind: 'gauge',
      help: 'Open sockets on boards.',
      values: { '': sum(({ sessions }) => sessions.size) },
    },
    {
      name: 'records_hidden',
      kind: 'gauge',
      help: 'Records of open boards that are stored and cannot be shown.',
      values: { '': sum((room) => room.hidden()) },
    },
    {
      name: 'divergences_total',
      kind: 'counter',
      help: 'Times that a page held another board than the server.',
      values: { '{outcome="healed"}': counts.healed, '{outcome="persists"}': counts.persists },
    },
    {
      name: 'memory_bytes',
      kind: 'gauge',
      help: 'Memory of this process.',
      values: { '': process.memoryUsage.rss() },
    },
    {
      name: 'storing',
      kind: 'gauge',
      help: '1 while what people do is stored; 0 while the disk does not take it.',
      values: { '': isStoring ? 1 : 0 },
    },
    {
      name: 'event_loop_delay_seconds',
      kind: 'gauge',
      help: 'How late the server was with what it had to do: of a hundred times the second worst, since the last question.',
      values: { '': delaySeconds },
    },
    {
      name: 'cpu_seconds_total',
      kind: 'counter',
      help: 'Processor time of this process, all its threads.',
      values: { '': cpuSeconds() },
    },
  ];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function written({ name, kind, help, values }: Metric): string {
  const full = `commonboard_${name}`;
  const lines = Object.entries(values).map(([labels, value]) => `${full}${labels} ${value}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} ${kind}\n${lines.join('')}`;
}

/** In the same time however much of it is right. */
function sameSecret(said: string, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(said), hash(secret));
}
