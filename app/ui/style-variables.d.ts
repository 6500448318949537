import type React from 'react'

declare module 'react' {
  /** Lets a style attribute carry the custom properties that our CSS reads. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
