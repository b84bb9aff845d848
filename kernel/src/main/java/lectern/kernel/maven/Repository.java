package lectern.kernel.maven;

/// A repository that cells have added.
///
/// @param id what settings call it by
/// @param url where it is
public record Repository(String id, String url) {}
