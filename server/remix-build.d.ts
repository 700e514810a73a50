/** Remix's Vite plugin makes this module: the pages, ready to serve. */
declare module 'virtual:remix/server-build' {
  export * from '@remix-run/dev/server-build'
}
