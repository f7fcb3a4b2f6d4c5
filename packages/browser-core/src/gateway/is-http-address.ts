/** Whether an address is of http or https; relative ones are the page's. */
export function isHttpAddress(address: string): boolean {
  const page = 'https://page.invalid/';
  return URL.canParse(address, page) && /^https?:$/.test(new URL(address, page).protocol);
}
