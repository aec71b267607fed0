// Headers of every answer. tldraw needs inline styles and `data:` fetches; nothing else is let through.
import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { requestOrigin } from './address.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const always: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

// Browsers complain about these over plain http, which is how a laptop serves a room.
const overHttps: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=15552000',
  'cross-origin-opener-policy': 'same-origin',
};

export function securityHeaders(config: Config): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const https = requestOrigin(c, config).startsWith('https:');
    for (const [name, value] of Object.entries(https ? { ...always, ...overHttps } : always)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
