/** The address of data/areas/context.topo.json among the built pages (see vite.config.ts). */
declare module "@areas/context.topo.json?url" {
  const url: string;
  export default url;
}
