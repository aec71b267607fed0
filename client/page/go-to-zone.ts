// To a zone in what is read. Not by an address: what stands behind # is a secret on this page.

export function goToZone(id: string): void {
  const heading = document.getElementById(`zone-${id}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
