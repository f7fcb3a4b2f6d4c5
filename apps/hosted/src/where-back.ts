/**
 * What a person is told of where they are taken. Some systems lead back through an address of the page's own, which says
 * nothing to anybody; then it is whoever asked.
 */
export function whereBack(redirectUrl: string, ownOrigin: string, title: string | null): string {
  const { origin, host } = new URL(redirectUrl);
  return origin === ownOrigin && title !== null ? title : host;
}
