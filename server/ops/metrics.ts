// /metrics: figures about this server as Prometheus text, for whoever knows METRICS_TOKEN. Counts only: no board's name, id or
// content, no person.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { DivergenceCount } from './divergence-count.ts';

export interface MetricsParts {
  config: Config;
  rooms: Rooms;
  divergences: DivergenceCount;
}

interface Metric {
  name: string;
  kind: 'gauge' | 'counter';
  help: string;
  /** Value by its labels, written as Prometheus wants them; '' for none. */
  values: Record<string, number>;
}

export function mountMetrics(app: Hono, { config, rooms, divergences }: MetricsParts): void {
  const { metricsToken } = config;
  app.get('/metrics', (c) => {
    // Without a token there is no such page.
    if (metricsToken === null) return c.notFound();
    if (!sameSecret(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
      return c.text('Say the token: Authorization: Bearer <METRICS_TOKEN>\n', 401, { 'www-authenticate': 'Bearer' });
    }
    const text = metricsOf(rooms, divergences).map(written).join('');
    return c.text(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
}

function metricsOf(rooms: Rooms, { counts }: DivergenceCount): Metric[] {
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
  ];
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
