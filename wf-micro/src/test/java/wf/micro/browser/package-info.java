/**
 * What a person does with the pages in a browser, from signing in to an approved request, on a wide and on a narrow
 * screen. Elements are found by their {@code data-test} attributes only, so that wording and looks may change.
 */
package wf.micro.browser;
