/** Collects all that an element fires: its own events are those that are named after it. */
export function hearEverything(element: HTMLElement, prefix: string): readonly Event[] {
  const events: Event[] = [];
  const dispatch = element.dispatchEvent.bind(element);
  element.dispatchEvent = (event) => {
    if (event.type.startsWith(`${prefix}-`)) events.push(event);
    return dispatch(event);
  };
  return events;
}
