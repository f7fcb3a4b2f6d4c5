import { DEFAULT_LIVENESS_POLICY, QUALITY_THRESHOLDS } from '@bonafide/browser-core';
import type { SignalWeight, Threshold } from '@bonafide/browser-core';
import { DOCUMENT_THRESHOLDS } from '@bonafide/browser-core/document';
import { codeOf, htmlTable, inline } from '../html-table.ts';

function thresholdTable(thresholds: Readonly<Record<string, Threshold>>): string {
  return htmlTable(
    ['Threshold', 'Value', 'Unit', 'Known by', 'Why'],
    Object.entries(thresholds).map(([name, { value, unit, provenance, source }]) => [
      codeOf(name),
      String(value),
      inline(unit),
      badge(provenance),
      inline(source),
    ]),
  );
}

const badge = (provenance: string): string => `<span class="badge ${provenance}">${provenance}</span>`;

export const qualityTable = (): string => thresholdTable(QUALITY_THRESHOLDS);
export const documentTable = (): string => thresholdTable(DOCUMENT_THRESHOLDS);

/** Every signal of the fusion, with the line on which its value becomes evidence. */
export function livenessTable(): string {
  const signals: [string, SignalWeight][] = Object.entries(DEFAULT_LIVENESS_POLICY.signals);
  return htmlTable(
    ['Signal', 'Attack at', 'Bona fide at', 'Weighs against', 'Weighs for', 'Known by', 'Why'],
    signals.map(([name, { attackAt, bonaFideAt, attackLogit, bonaFideLogit, provenance, source }]) => [
      codeOf(name),
      String(attackAt),
      String(bonaFideAt),
      String(attackLogit),
      String(bonaFideLogit),
      badge(provenance),
      inline(source),
    ]),
  );
}
