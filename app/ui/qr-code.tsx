/** From qrModules() in the loader. */
export interface QrModules {
  /** Modules a side. */
  readonly size: number
  /** SVG path of the dark modules, one unit each. */
  readonly path: string
}

const QUIET_ZONE = 4

/** Always dark on white with its quiet zone, or cameras don't find it. */
export function QrCode({ code, label, caption }: { readonly code: QrModules; readonly label: string; readonly caption?: string }) {
  const side = code.size + 2 * QUIET_ZONE
  return (
    <figure className="qr-figure">
      <svg
        className="qr"
        viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      {caption && <figcaption className="small">{caption}</figcaption>}
    </figure>
  )
}
