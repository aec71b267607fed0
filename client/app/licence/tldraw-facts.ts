// Facts of the tldraw release in use (5.4.2). A test compares them with the installed package, so that a new release cannot
// leave them behind.

/** When the release's major and minor version were published: what a perpetual key must cover. */
export const tldrawPublished = {
  major: new Date('2026-05-06T16:28:18.473Z'),
  minor: new Date('2026-09-02T11:04:02.901Z'),
};

/** The public half of the key tldraw signs licences with: ECDSA P-256, SPKI, base64. */
export const tldrawPublicKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHJh0uUfxHtCGyerXmmatE368Hd9rI6LH9oPDQihnaCryRFWEVeOvf9U/SPbyxX74LFyJs5tYeAHq5Nc0Ax25LQ';
