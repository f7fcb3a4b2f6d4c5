import type {
  AssureProcess,
  CaptureConfiguration,
  CaptureFlow,
  DocumentTypeEntry,
  Dossier,
  UserData,
} from '@bonafide/contracts/assure';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { createAssureClient } from './assure-client.ts';
import { toSettings } from './assure-options.ts';
import type { AssureOptions } from './assure-options.ts';
import { cancelProcess } from './cancel-process.ts';
import {
  createCaptureConfiguration,
  getCaptureConfiguration,
  updateCaptureConfiguration,
} from './capture-configuration.ts';
import type { CaptureConfigurationKey, SetCaptureConfiguration } from './capture-configuration.ts';
import { createDossier } from './create-dossier.ts';
import type { CreateDossier } from './create-dossier.ts';
import { createProcess } from './create-process.ts';
import type { CreateProcess } from './create-process.ts';
import { deleteDossier } from './delete-dossier.ts';
import { deleteFiles } from './delete-files.ts';
import { deleteProcess } from './delete-process.ts';
import { downloadFullResult } from './download-full-result.ts';
import type { DownloadFullResult, FullResult } from './download-full-result.ts';
import { getDocumentTypes } from './get-document-types.ts';
import { getDossier } from './get-dossier.ts';
import type { DossierKey } from './get-dossier.ts';
import { getFiles } from './get-files.ts';
import type { DossierPictures } from './get-files.ts';
import { getImage } from './get-image.ts';
import type { GetImage } from './get-image.ts';
import { fetchProcess } from './get-process.ts';
import type { ProcessKey } from './get-process.ts';
import type { ProcessImage } from './read-picture.ts';
import { redactImage, watermarkImage } from './serve-image.ts';
import type { ImageService, WatermarkImage } from './serve-image.ts';
import { setFiles } from './set-files.ts';
import type { SetFiles } from './set-files.ts';
import { setImages } from './set-images.ts';
import type { SetImages } from './set-images.ts';
import { startCapture } from './start-capture.ts';
import type { StartCapture } from './start-capture.ts';
import { startVerification } from './start-verification.ts';
import type { StartVerification } from './start-verification.ts';
import { getUserData, setUserData } from './user-data.ts';
import type { SetUserData } from './user-data.ts';
import { waitForProcess } from './wait-for-process.ts';
import type { FinishedProcess, WaitForProcess } from './wait-for-process.ts';

/** A server's client of one Assure gateway. Keep one for the life of the process: it holds the access token. */
export interface Assure {
  /** The access token, from memory when there is one. You need it only for calls that this client does not make. */
  accessToken(options?: { readonly signal?: AbortSignal }): Promise<string>;
  /** A place for one end-user. @throws {PartnerServerError} */
  createDossier(request?: CreateDossier): Promise<Dossier>;
  getDossier(request: DossierKey): Promise<Dossier>;
  /** With every process and picture in it; one that is gone is deleted. */
  deleteDossier(request: DossierKey): Promise<void>;
  /** What was said of the end-user: personal data. */
  getUserData(request: DossierKey): Promise<UserData>;
  setUserData(request: SetUserData): Promise<void>;
  /**
   * Keeps pictures in the dossier, where they outlive the processes.
   * @throws {PartnerServerError} `image-unsupported`, `image-too-large` before anything is sent
   */
  setFiles(request: SetFiles): Promise<void>;
  /** @throws {PartnerServerError} `not-found`: also when there is no picture */
  getFiles(request: DossierKey): Promise<DossierPictures>;
  /** Those that are gone are deleted. */
  deleteFiles(request: DossierKey): Promise<void>;
  /** The documents that Onfido takes. */
  getDocumentTypes(settings?: CallSettings): Promise<readonly DocumentTypeEntry[]>;
  /**
   * One attempt to verify the dossier's end-user.
   * @throws {PartnerServerError} `location-required`, `consent-required` before anything is sent: Onfido would fail the
   *   process for it when its verification is started
   */
  createProcess(request: CreateProcess): Promise<AssureProcess>;
  /** What the gateway knows of a process now. Only `status: 'accepted'` is a yes. */
  getProcess(request: ProcessKey): Promise<AssureProcess>;
  /** One that is gone is deleted. */
  deleteProcess(request: ProcessKey): Promise<void>;
  /** Says that the end-user gave up. An extension of the Bonafide sandbox; with the vendor, delete the process. */
  cancelProcess(request: ProcessKey): Promise<void>;
  /** @throws {PartnerServerError} `image-unsupported`, `image-too-large` before anything is sent */
  setImages(request: SetImages): Promise<void>;
  getImage(request: GetImage): Promise<ProcessImage>;
  startVerification(request: StartVerification): Promise<void>;
  /** A check on the vendor's own pages: `url` is where the end-user goes, a secret of this one attempt. */
  startCapture(request: StartCapture): Promise<CaptureFlow>;
  getCaptureConfiguration(request: CaptureConfigurationKey): Promise<CaptureConfiguration>;
  /** @throws {PartnerServerError} `conflict`: there is one of this name */
  createCaptureConfiguration(request: SetCaptureConfiguration): Promise<CaptureConfiguration>;
  /** @throws {PartnerServerError} `not-found`: there is none of this name */
  updateCaptureConfiguration(request: SetCaptureConfiguration): Promise<CaptureConfiguration>;
  /** A text over a picture. Where the vendor has it is not known: an address of the Bonafide sandbox. */
  watermarkImage(request: WatermarkImage): Promise<ProcessImage>;
  /** A picture without what must not be kept. Where the vendor has it is not known: an address of the Bonafide sandbox. */
  redactImage(request: ImageService): Promise<ProcessImage>;
  /** The ZIP file of a process that has ended. Where the vendor has it is not known: an address of the Bonafide sandbox. */
  downloadFullResult(request: DownloadFullResult): Promise<FullResult>;
  /** As `getProcess`, once it is over. @throws {PartnerServerError} `still-processing` */
  waitForProcess(request: WaitForProcess): Promise<FinishedProcess>;
}

/** @throws {TypeError} when an option cannot work */
export function createAssure(options: AssureOptions): Assure {
  const client = createAssureClient(toSettings(options));
  return {
    accessToken: ({ signal } = {}) => client.token(signal),
    createDossier: (request = {}) => createDossier(client, request),
    getDossier: (request) => getDossier(client, request),
    deleteDossier: (request) => deleteDossier(client, request),
    getUserData: (request) => getUserData(client, request),
    setUserData: (request) => setUserData(client, request),
    setFiles: (request) => setFiles(client, request),
    getFiles: (request) => getFiles(client, request),
    deleteFiles: (request) => deleteFiles(client, request),
    getDocumentTypes: (settings = {}) => getDocumentTypes(client, settings),
    createProcess: (request) => createProcess(client, request),
    getProcess: async (request) => (await fetchProcess(client, request)).process,
    deleteProcess: (request) => deleteProcess(client, request),
    cancelProcess: (request) => cancelProcess(client, request),
    setImages: (request) => setImages(client, request),
    getImage: (request) => getImage(client, request),
    startVerification: (request) => startVerification(client, request),
    startCapture: (request) => startCapture(client, request),
    getCaptureConfiguration: (request) => getCaptureConfiguration(client, request),
    createCaptureConfiguration: (request) => createCaptureConfiguration(client, request),
    updateCaptureConfiguration: (request) => updateCaptureConfiguration(client, request),
    watermarkImage: (request) => watermarkImage(client, request),
    redactImage: (request) => redactImage(client, request),
    downloadFullResult: (request) => downloadFullResult(client, request),
    waitForProcess: (request) => waitForProcess(client, request),
  };
}
