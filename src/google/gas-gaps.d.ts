/** Members that Apps Script has and @types/google-apps-script 2.0.13 lacks. */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      /** @see https://developers.google.com/apps-script/reference/forms/form#setpublishedenabled */
      setPublished(enabled: boolean): Form;
      isPublished(): boolean;
      supportsAdvancedResponderPermissions(): boolean;
    }
  }
}
