/** Around what a step speaks of. It takes no click. */
export function TourRing({ rect }: { readonly rect: DOMRect }) {
  const { left, top, width, height } = rect
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-50 rounded-lg outline-2 outline-offset-3 outline-accent"
      style={{ left, top, width, height }}
    />
  )
}
