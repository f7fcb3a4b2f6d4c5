/** A picture of a face, and where in it the face is. */
export interface SpecimenPortrait {
  /** A data URL: an SVG that is drawn as a picture loads nothing else. */
  readonly url: string;
  /** Width over height of the picture. Default 1. */
  readonly aspectRatio?: number;
  /**
   * The point in the middle of the frame (shares of the picture's width and height) and the share of the picture's width
   * that fills the frame's. Default: the whole picture, covered.
   */
  readonly focus?: { readonly x: number; readonly y: number; readonly span: number };
}

/** What a frame may ask for besides: a colour behind, and how faint the picture is printed. */
export interface PortraitStyle {
  readonly backdrop?: string;
  readonly opacity?: number;
  readonly grey?: boolean;
}

/** SVG of the portrait in a frame, or of a head and shoulders without a face where there is no portrait. */
export function drawPortrait(
  portrait: SpecimenPortrait | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
  { backdrop = '#d9e0e4', opacity = 1, grey = false }: PortraitStyle = {},
): string {
  const frame = `x="${x}" y="${y}" width="${width}" height="${height}" rx="0.8"`;
  const name = `portrait-${`${x}-${y}`.replaceAll('.', '_')}`;
  const clip = `<clipPath id="${name}"><rect ${frame}/></clipPath>`;
  const filter = grey ? `<filter id="${name}-grey"><feColorMatrix type="saturate" values="0"/></filter>` : '';
  const content = portrait === undefined ? silhouette(x, y, width, height) : image(portrait, x, y, width, height);
  const effect = grey ? ` filter="url(#${name}-grey)"` : '';
  return (
    `${clip}${filter}<g clip-path="url(#${name})" opacity="${opacity}"${effect}>` +
    `<rect ${frame} fill="${backdrop}"/>${content}</g>`
  );
}

function image(portrait: SpecimenPortrait, x: number, y: number, width: number, height: number): string {
  const { url, aspectRatio = 1, focus } = portrait;
  const cover = Math.max(width, height * aspectRatio);
  const { x: centreX, y: centreY, span } = focus ?? { x: 0.5, y: 0.5, span: width / cover };
  const pictureWidth = width / span;
  const pictureHeight = pictureWidth / aspectRatio;
  const left = x + width / 2 - centreX * pictureWidth;
  const top = y + height / 2 - centreY * pictureHeight;
  return (
    `<image href="${url}" x="${left.toFixed(3)}" y="${top.toFixed(3)}" preserveAspectRatio="none" ` +
    `width="${pictureWidth.toFixed(3)}" height="${pictureHeight.toFixed(3)}"/>`
  );
}

function silhouette(x: number, y: number, width: number, height: number): string {
  const middle = x + width / 2;
  const head = width * 0.24;
  const shoulders = y + height * 0.72;
  return (
    `<g fill="#8b99a1"><ellipse cx="${middle}" cy="${y + height * 0.4}" rx="${head}" ry="${head * 1.28}"/>` +
    `<path d="M${x + width * 0.06} ${y + height}Q${x + width * 0.1} ${shoulders} ${middle} ${shoulders}` +
    `Q${x + width * 0.9} ${shoulders} ${x + width * 0.94} ${y + height}Z"/></g>`
  );
}
