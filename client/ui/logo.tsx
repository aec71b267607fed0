// The sign of the product: two boards that touch.

export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="none" aria-hidden="true">
      <path
        d="M3.500 6.500h8.500v8.500h-8.500zM14 11h8.500v8.500h-8.500zM12 13h2"
        stroke="var(--accent)"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
