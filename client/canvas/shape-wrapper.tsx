// tldraw draws a shape by its id. A note that becomes a card keeps its id, but is drawn by other code: it is begun anew then.
import { Fragment, type Ref } from 'react';
import { DefaultShapeWrapper, type TLShapeWrapperProps } from 'tldraw';

export function ShapeWrapper({
  children,
  ref,
  ...props
}: TLShapeWrapperProps & { ref?: Ref<HTMLDivElement> | undefined }) {
  return (
    <DefaultShapeWrapper {...props} ref={ref ?? null}>
      <Fragment key={props.shape.type}>{children}</Fragment>
    </DefaultShapeWrapper>
  );
}
