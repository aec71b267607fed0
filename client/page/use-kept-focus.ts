// Whoever is at something that goes away stays where they were: the heading of that part takes the focus, and not the page's top.
import { useEffect, useRef, type RefObject } from 'react';

/** For the heading of a section. It needs a tabIndex. */
export function useKeptFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasInside = useRef(false);
  useEffect(() => {
    const note = (): void => {
      wasInside.current = heading.current?.closest('section')?.contains(document.activeElement) ?? false;
    };
    // Who clicks beside everything has left it; what goes away takes the focus along without that.
    const leave = ({ target }: FocusEvent): void => {
      requestAnimationFrame(() => {
        const isLeft = document.activeElement === document.body && target instanceof Node && target.isConnected;
        if (isLeft) wasInside.current = false;
      });
    };
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  });
  return heading;
}
