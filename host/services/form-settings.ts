/** The settings half of Form: texts, publishing, what respondents may do. */
import {
  booleanArgument,
  changeForm,
  type FormHandle,
  formOf,
  textArgument,
} from "./form-item-base";
import { isOpen } from "./form-record";
import { ServiceError, ServiceObject } from "./service-object";
import { User } from "./session";

function addressOf(person: unknown): string {
  return person instanceof User
    ? person.getEmail()
    : textArgument(person, "emailAddress");
}

export abstract class FormSettings extends ServiceObject {
  readonly handle: FormHandle;

  constructor(handle: FormHandle) {
    super();
    this.handle = handle;
  }

  getTitle(): string {
    return formOf(this.handle).title;
  }

  setTitle(title: string): this {
    changeForm(this.handle, (form) => {
      form.title = textArgument(title, "title");
    });
    return this;
  }

  getDescription(): string {
    return formOf(this.handle).description;
  }

  setDescription(description: string): this {
    changeForm(this.handle, (form) => {
      form.description = textArgument(description, "description");
    });
    return this;
  }

  getConfirmationMessage(): string {
    return formOf(this.handle).confirmation;
  }

  setConfirmationMessage(message: string): this {
    changeForm(this.handle, (form) => {
      form.confirmation = textArgument(message, "message");
    });
    return this;
  }

  getCustomClosedFormMessage(): string {
    return formOf(this.handle).closedMessage;
  }

  setCustomClosedFormMessage(message: string): this {
    changeForm(this.handle, (form) => {
      form.closedMessage = textArgument(message, "message");
    });
    return this;
  }

  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }

  isPublished(): boolean {
    return formOf(this.handle).published;
  }

  /** Publishing also starts accepting answers, unpublishing stops it. */
  setPublished(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      form.published = booleanArgument(enabled, "enabled");
      form.accepting = form.published;
    });
    return this;
  }

  addPublishedReader(emailOrUser: string | User): this {
    return this.addPublishedReaders([emailOrUser]);
  }

  /** Kept and told; the local host opens published forms to everybody. */
  addPublishedReaders(emails: readonly (string | User)[]): this {
    const added = emails.map(addressOf);
    changeForm(this.handle, (form) => {
      form.readers = [...new Set([...(form.readers ?? []), ...added])];
    });
    return this;
  }

  getPublishedReaders(): User[] {
    const { readers = [] } = formOf(this.handle);
    return readers.map((email) => new User(email));
  }

  removePublishedReader(emailOrUser: string | User): this {
    const removed = addressOf(emailOrUser);
    changeForm(this.handle, (form) => {
      form.readers = (form.readers ?? []).filter((one) => one !== removed);
    });
    return this;
  }

  /** The host has no quizzes, no sign-in and no public summary. */
  isQuiz(): boolean {
    return false;
  }

  requiresLogin(): boolean {
    return false;
  }

  isPublishingSummary(): boolean {
    return false;
  }

  isAcceptingResponses(): boolean {
    return isOpen(formOf(this.handle));
  }

  setAcceptingResponses(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      if (booleanArgument(enabled, "enabled") && !form.published) {
        throw new ServiceError(
          "An unpublished form cannot accept responses. Publish it first.",
        );
      }
      form.accepting = enabled;
    });
    return this;
  }

  canEditResponse(): boolean {
    return formOf(this.handle).allowEdits;
  }

  setAllowResponseEdits(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      form.allowEdits = booleanArgument(enabled, "enabled");
    });
    return this;
  }

  collectsEmail(): boolean {
    return formOf(this.handle).collectEmail;
  }

  setCollectEmail(collect: boolean): this {
    changeForm(this.handle, (form) => {
      form.collectEmail = booleanArgument(collect, "collect");
    });
    return this;
  }

  hasLimitOneResponsePerUser(): boolean {
    return formOf(this.handle).limitOne;
  }

  setLimitOneResponsePerUser(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      form.limitOne = booleanArgument(enabled, "enabled");
    });
    return this;
  }

  hasProgressBar(): boolean {
    return formOf(this.handle).progressBar;
  }

  setProgressBar(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      form.progressBar = booleanArgument(enabled, "enabled");
    });
    return this;
  }

  getShuffleQuestions(): boolean {
    return formOf(this.handle).shuffle;
  }

  setShuffleQuestions(shuffle: boolean): this {
    changeForm(this.handle, (form) => {
      form.shuffle = booleanArgument(shuffle, "shuffle");
    });
    return this;
  }

  hasRespondAgainLink(): boolean {
    return formOf(this.handle).respondAgain;
  }

  setShowLinkToRespondAgain(enabled: boolean): this {
    changeForm(this.handle, (form) => {
      form.respondAgain = booleanArgument(enabled, "enabled");
    });
    return this;
  }
}
