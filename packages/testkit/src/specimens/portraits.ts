/** Where the face is in `assets/astronaut.png`, framed as on an identity document; give it as a portrait's `focus`. */
export const ASTRONAUT_FOCUS = { x: 0.43, y: 0.27, span: 0.42 } as const;
