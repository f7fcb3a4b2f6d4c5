/** A button of a screen. */
export interface PanelAction<ActionId extends string> {
  readonly id: ActionId;
  readonly label: string;
  readonly kind: 'primary' | 'secondary';
}

/** A button that is on or off. */
export interface PanelSwitch<ActionId extends string> extends PanelAction<ActionId> {
  readonly pressed: boolean;
}

/** What helps the person now, and whether a voice is among it. */
export interface PanelAssist {
  readonly text: string | null;
  readonly voice: PanelSwitch<'assist-voice'>;
  readonly voiceHint: string;
}

/** Told of a press. `isTrusted` is the event's own: false when a script made it. */
export type OnAction<ActionId extends string> = (id: ActionId, isTrusted: boolean) => void;

export type Tone = 'neutral' | 'ok' | 'warn' | 'error';

/** An icon with a heading and the sentence under it. */
export interface PanelPoint<Icon extends string> {
  readonly icon: Icon;
  readonly title: string;
  readonly body: string;
}

/** The outline at the head of a panel: the sign that stays the same from an element's first screen to its last. */
export interface PanelEmblem<Icon extends string> {
  readonly icon: Icon;
  readonly tone: Tone;
  /** `busy` turns without an end, `progress` follows `Panel.progress`. */
  readonly ring: 'still' | 'busy' | 'progress';
}

/** A screen without a camera picture, as plain data. */
export interface Panel<Screen extends string, ActionId extends string, Icon extends string> {
  readonly screen: Screen;
  readonly title: string;
  readonly body: string;
  readonly emblem: PanelEmblem<Icon>;
  readonly points: readonly PanelPoint<Icon>[];
  readonly privacy: PanelPoint<Icon> | null;
  readonly assistNote: PanelAssist | null;
  readonly steps: readonly string[];
  readonly attempts: string | null;
  readonly actions: readonly PanelAction<ActionId>[];
  /** 0–1, or null when unknown. The only member that changes at frame rate. */
  readonly progress: number | null;
  /** `progress` in words, where it is shown in words; changes in steps of 5 %. */
  readonly progressText: string | null;
}

/** What lies around a screen, whatever it is. */
export interface Frame<Screen extends string, ActionId extends string> {
  readonly screen: Screen;
  readonly lang: string;
  readonly label: string;
  /** A line over everything, while offline. */
  readonly banner: string | null;
  /** Turns what helps a person on and off; null where the page does not want it. */
  readonly assist: PanelSwitch<'assist'> | null;
  readonly largeText: boolean;
  readonly close: PanelAction<ActionId>;
  /** What a screen reader is told when this view appears. */
  readonly announcement: string;
}

/** One line over the video. */
export interface CameraHint<Code extends string, Icon extends string> {
  readonly code: Code;
  readonly text: string;
  readonly icon: Icon;
  readonly tone: Tone;
  /** Its priority in the registry: the higher, the nearer the photo. */
  readonly rank: number;
}

/** The list of cameras, where there is a choice. */
export interface CameraChoice {
  readonly label: string;
  readonly selectedId: string | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** The shutter and the line above it, once it is offered. */
export interface CameraShutter<ActionId extends string> {
  readonly action: PanelAction<ActionId>;
  readonly note: string;
}
